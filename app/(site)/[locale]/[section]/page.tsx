import type {Metadata} from 'next'
import {accessibilitySlug, sectionSlug} from '#lib/routing/paths.ts'
import {localeOf, sectionOf} from '../route-params.ts'
import {AccessibilityPage, accessibilityMetadata} from './accessibility-page.tsx'
import {LandingPage, landingMetadata} from './landing-page.tsx'

type Props = PageProps<'/[locale]/[section]'>

export async function generateStaticParams({params}: {params: {locale: string}}) {
  const locale = await localeOf(params)
  return [{section: sectionSlug(locale)}, {section: accessibilitySlug(locale)}]
}

/** The landing page and the accessibility page share this segment: both have a slug for each language. */
async function isAccessibility(params: Props['params']) {
  const {section} = await params
  return section === accessibilitySlug(await localeOf(params))
}

export async function generateMetadata({params}: Props): Promise<Metadata> {
  if (await isAccessibility(params)) return accessibilityMetadata(await localeOf(params))
  return landingMetadata(await sectionOf(params))
}

export default async function PageBelowHome({params}: Props) {
  if (await isAccessibility(params)) return <AccessibilityPage locale={await localeOf(params)} />
  return <LandingPage locale={await sectionOf(params)} />
}
