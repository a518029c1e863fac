import type {Locale} from '../../i18n/locales.ts'
import {messagesIn} from '../../i18n/messages/messages.ts'

type Notice = 'ended' | 'unanswered'

/**
 * Sent instead of a preview page. No script and no style: the visitors' content security policy allows
 * neither.
 */
export function noticePage(notice: Notice, locale: Locale): string {
  const {title, text, action} = messagesIn(locale).preview[notice]
  // An empty `href` is the address of the page itself.
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="">${action}</a></p>
</main>
</body>
</html>
`
}
