// gray-matter keeps what it was given as a `Buffer`, which nothing here asks it for.
const here = globalThis as { Buffer?: unknown }
here.Buffer ??= { from: (text: string) => text }
