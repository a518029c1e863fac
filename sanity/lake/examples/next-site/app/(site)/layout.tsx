import {updateTag} from 'next/cache'
import {draftMode} from 'next/headers'
import {parseTags} from 'next-sanity/live'
import {VisualEditing} from 'next-sanity/visual-editing'
import type {ReactNode} from 'react'
import {SanityLive} from '../../sanity/live'

/** The default of next-sanity 13 shows visitors the old page once more after each publish. */
async function updateTags(unsafeTags: unknown) {
  'use server'
  for (const tag of parseTags(unsafeTags).tags) updateTag(tag)
}

export default async function SiteLayout({children}: {children: ReactNode}) {
  const {isEnabled} = await draftMode()
  return (
    <main style={{padding: '1rem'}}>
      {children}
      <SanityLive includeDrafts={isEnabled} action={isEnabled ? 'refresh' : updateTags} />
      {isEnabled && <VisualEditing />}
    </main>
  )
}
