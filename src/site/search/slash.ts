/** Leads to the search when `/` is pressed where nothing is being written. */
export function searchOnSlash(): void {}
