/** Stands in for the extension's own browser interface, which no page has. */
export default { i18n: { getMessage: (key: string) => key }, runtime: { id: 'bench' } };
