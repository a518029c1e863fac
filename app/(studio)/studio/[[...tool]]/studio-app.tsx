'use client' // The Studio is an application that runs in the editor's browser.

import {NextStudio} from 'next-sanity/studio/client-component'
import {useState} from 'react'
import {type StudioTarget, studioConfig} from '#sanity/studio/studio-config.ts'

export function StudioApp(target: StudioTarget) {
  const [config] = useState(() => studioConfig(target))
  return <NextStudio config={config} />
}
