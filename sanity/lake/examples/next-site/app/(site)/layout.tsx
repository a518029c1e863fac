import {draftMode} from 'next/headers'
import {VisualEditing} from 'next-sanity/visual-editing'
import type {ReactNode} from 'react'
import {SanityLive} from '../../sanity/live'

export default async function SiteLayout({children}: {children: ReactNode}) {
  const {isEnabled} = await draftMode()
  return (
    <main style={{padding: '1rem'}}>
      {children}
      <SanityLive includeDrafts={isEnabled} />
      {isEnabled && <VisualEditing />}
    </main>
  )
}
