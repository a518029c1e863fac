import type {Metadata} from 'next'
import {PageLayout} from '#components/page-layout.tsx'
import {UnavailableLinks, unavailableText} from '#components/unavailable.tsx'
import {siteTexts} from '#lib/content/site-texts.ts'
import {otherLocale} from '#lib/i18n/locales.ts'
import {homePath} from '#lib/routing/paths.ts'
import {localeOf} from '../route-params.ts'

type Props = PageProps<'/[locale]/500'>

export async function generateMetadata({params}: Props): Promise<Metadata> {
  return {title: unavailableText[await localeOf(params)].title, robots: {index: false}}
}

/**
 * The error page for a page that can't be rendered and has no earlier version. Next's own needs scripts. So
 * the site server sends this page (lib/server/http/error-pages.ts). Its menu has the first texts of the site,
 * because it may not depend on the CMS.
 */
export default async function StaticError({params}: Props) {
  const locale = await localeOf(params)
  const {title, lead} = unavailableText[locale]
  return (
    <PageLayout
      locale={locale}
      path=""
      alternate={homePath(otherLocale(locale))}
      title={title}
      lead={lead}
      texts={siteTexts(null, locale)}
    >
      <section>
        <UnavailableLinks locale={locale} />
      </section>
    </PageLayout>
  )
}
