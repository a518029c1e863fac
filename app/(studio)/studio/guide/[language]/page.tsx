import type {Metadata} from 'next'
import {notFound} from 'next/navigation'
import {parseGuide} from '#lib/guide/markdown.ts'
import {isLocale, type Locale, locales} from '#lib/i18n/locales.ts'
import {readGuide} from '../guide-files.ts'
import {GuideBlock} from './guide-block.tsx'
import './guide.css'

type Props = {params: Promise<{language: string}>}

const titles: Record<Locale, string> = {cs: 'Průvodce pro editory', en: 'Guide for editors'}

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => locales.map((language) => ({language}))

async function languageOf({params}: Props): Promise<Locale> {
  const {language} = await params
  return isLocale(language) ? language : notFound()
}

export const generateMetadata = async (props: Props): Promise<Metadata> => ({
  title: `${titles[await languageOf(props)]} · SIMI`,
})

/** docs/guide as a page beside the Studio: it loads without the Studio, and can be searched and printed. */
export default async function GuidePage(props: Props) {
  const language = await languageOf(props)
  const blocks = parseGuide(await readGuide(language))
  return (
    <main className="guide" lang={language}>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: server markup, never reordered
        <GuideBlock key={index} block={block} language={language} />
      ))}
    </main>
  )
}
