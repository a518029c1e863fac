/** For `rule.uri`. Pages link to these addresses, so no scheme may run a script. */
export const webAddress = {scheme: ['http', 'https']}
