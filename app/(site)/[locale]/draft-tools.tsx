import {draftMode} from 'next/headers'
import {DraftBanner, type Shown} from '#components/draft-banner.tsx'
import {PreviewOverlays} from '#components/preview-overlays.tsx'
import type {Locale} from '#lib/i18n/locales.ts'
import {previewPerspective, releaseTitle} from '#sanity/server/fetch.ts'

async function shownContent(): Promise<Shown> {
  const perspective = await previewPerspective()
  if (perspective === 'published') return perspective
  // A release is first in the perspective stack. The ones after it provide documents that it does not change.
  const release = Array.isArray(perspective) ? perspective[0] : undefined
  if (!release || release === 'drafts') return 'drafts'
  return {release: await releaseTitle(release)}
}

/** Banner and overlays for editors in draft mode. Renders nothing for visitors. */
export async function DraftTools({locale}: {locale: Locale}) {
  const {isEnabled} = await draftMode()
  if (!isEnabled) return null
  return (
    <>
      <DraftBanner locale={locale} showing={await shownContent()} />
      <PreviewOverlays />
    </>
  )
}
