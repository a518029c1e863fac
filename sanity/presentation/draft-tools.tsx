import {draftMode} from 'next/headers'
import {DraftBanner} from '#components/draft-banner.tsx'
import {PreviewOverlays} from '#components/preview-overlays.tsx'
import type {Locale} from '#lib/locales.ts'

/** What an editor sees on top of the page in draft mode; nothing at all for visitors. */
export async function DraftTools({locale}: {locale: Locale}) {
  const {isEnabled} = await draftMode()
  if (!isEnabled) return null
  return (
    <>
      <DraftBanner locale={locale} />
      <PreviewOverlays />
    </>
  )
}
