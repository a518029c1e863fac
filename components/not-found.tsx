import {type Locale, otherLocale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {groupPath, groups, homePath, landingPath} from '#lib/routes.ts'
import {PageFrame} from './page-frame.tsx'

/** `headingLevel` is 2 where the message stands below the same one in the other language. */
export function NotFoundMessage({locale, headingLevel = 1}: {locale: Locale; headingLevel?: 1 | 2}) {
  const {notFound, navigation} = messagesIn(locale)
  const Heading = `h${headingLevel}` as const
  const places = [
    {href: homePath(locale), label: navigation.home},
    {href: landingPath(locale), label: navigation.landing},
    ...groups.map((group) => ({href: groupPath(locale, group), label: navigation.groups[group]})),
  ]
  return (
    <>
      <Heading>{notFound.title}</Heading>
      <p className="lead">{notFound.text}</p>
      <ul>
        {places.map(({href, label}) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

export function NotFoundPage({locale}: {locale: Locale}) {
  return (
    <PageFrame locale={locale} path="" twin={homePath(otherLocale(locale))}>
      <NotFoundMessage locale={locale} />
    </PageFrame>
  )
}
