// What XML 1.0 has no way to write, and the noncharacters and C1 controls it warns of.
const unwritable = /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Noncharacter_Code_Point}]/gu

/** A text as character data or the value of an attribute in double quotes; what XML 1.0 cannot hold is U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(unwritable, '\ufffd')
    .replace(/[&<>"'\t\n\r\u2028]/g, (character) => `&#${String(character.charCodeAt(0))};`)
}

/** Whether a text comes back from XML as it is. */
export function isXmlText(text: string): boolean {
  return text.replace(unwritable, '\ufffd') === text
}
