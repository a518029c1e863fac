import {draftMode} from 'next/headers'
import {DraftBanner, type Shown} from '#components/draft-banner.tsx'
import {PreviewOverlays} from '#components/preview-overlays.tsx'
import type {Locale} from '#lib/i18n/locales.ts'
import {previewPerspective, releaseTitle} from '#sanity/server/fetch.ts'

async function shown(): Promise<Shown> {
  const perspective = await previewPerspective()
  if (perspective === 'published') return perspective
  // A release comes first in its stack; the layers below it only fill in what it does not change.
  const release = Array.isArray(perspective) ? perspective[0] : undefined
  if (!release || release === 'drafts') return 'drafts'
  return {release: await releaseTitle(release)}
}

/** What an editor sees on top of the page in draft mode; nothing at all for visitors. */
export async function DraftTools({locale}: {locale: Locale}) {
  const {isEnabled} = await draftMode()
  if (!isEnabled) return null
  return (
    <>
      <DraftBanner locale={locale} showing={await shown()} />
      <PreviewOverlays />
    </>
  )
}
