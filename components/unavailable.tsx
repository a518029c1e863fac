import type {Locale} from '#lib/i18n/locales.ts'
import {homePath} from '#lib/routing/paths.ts'

/** An empty `href` is the requested address. */
const SAME_ADDRESS = ''

/** Not among the messages, because a preview loads this file into the browser. */
export const unavailableText = {
  cs: {
    title: 'Stránku teď nelze zobrazit',
    lead: 'Chyba je na naší straně a\u00a0většinou trvá jen chvíli.',
    retry: 'Zkusit znovu',
    home: 'Úvod',
  },
  en: {
    title: 'The page can’t be shown right now',
    lead: 'Something went wrong on our side; please try again shortly.',
    retry: 'Try again',
    home: 'Home',
  },
} as const satisfies Record<Locale, unknown>

export function UnavailableLinks({locale}: {locale: Locale}) {
  const {retry, home} = unavailableText[locale]
  return (
    <ul className="link-list">
      <li>
        <a href={SAME_ADDRESS}>{retry}</a>
      </li>
      <li>
        <a href={homePath(locale)}>{home}</a>
      </li>
    </ul>
  )
}

/**
 * The error page where the locale is not known. In both languages. The Studio recognises it by
 * `data-unavailable`.
 */
export function Unavailable() {
  return (
    <main id="main_content" data-unavailable="">
      <section lang="cs">
        <h1>{unavailableText.cs.title}</h1>
        <p className="lead">{unavailableText.cs.lead}</p>
        <UnavailableLinks locale="cs" />
      </section>
      <section lang="en">
        <h2>{unavailableText.en.title}</h2>
        <p className="lead">{unavailableText.en.lead}</p>
        <UnavailableLinks locale="en" />
      </section>
    </main>
  )
}
