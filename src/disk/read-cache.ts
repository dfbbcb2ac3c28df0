import { readDocument } from '../readers/read-document.ts'
export function openReadCache() { return { read: readDocument, save() {} } }
