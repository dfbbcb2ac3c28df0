declare module 'jsonld' {
  const jsonld: {
    expand(
      document: object,
      options: { readonly documentLoader: (url: string) => Promise<never> },
    ): Promise<Record<string, unknown>[]>
  }
  export default jsonld
}
