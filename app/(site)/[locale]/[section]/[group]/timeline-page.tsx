import {PageFrame} from '#components/page-frame.tsx'
import {type Locale, otherLocale} from '#lib/locales.ts'
import {messagesIn} from '#lib/messages/messages.ts'
import {landingPath, viewPath} from '#lib/routes.ts'

export async function TimelinePage({locale}: {locale: Locale}) {
  const {navigation, views} = messagesIn(locale)
  return (
    <PageFrame
      locale={locale}
      path={viewPath(locale, 'timeline')}
      twin={viewPath(otherLocale(locale), 'timeline')}
      trail={[{href: landingPath(locale), label: navigation.landing}]}
      {...views.timeline}
    />
  )
}
