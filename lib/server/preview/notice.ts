import type {Locale} from '../../i18n/locales.ts'
import {messagesIn} from '../../i18n/messages/messages.ts'

type Notice = 'ended' | 'unanswered'

/** What takes the place of a preview's page. Without scripts and styles, so that the visitors' policy fits it. */
export function noticePage(notice: Notice, locale: Locale): string {
  const {title, text, action} = messagesIn(locale).preview[notice]
  // An empty address is that of the page itself.
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
