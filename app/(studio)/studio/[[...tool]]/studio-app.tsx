'use client' // The Studio is an application that runs in the editor's browser.

import {NextStudio} from 'next-sanity/studio/client-component'
import {useEffect, useState} from 'react'
import {type StudioTarget, studioConfig} from '#sanity/studio/studio-config.ts'
import {keepTabToInputs} from '#sanity/studio/tab-order.ts'
import {ConnectionBar} from '../../../../sanity/studio/connection-bar.tsx'

export function StudioApp(target: StudioTarget) {
  const [config] = useState(() => studioConfig(target))
  useEffect(() => keepTabToInputs(document.body), [])
  return (
    <>
      <NextStudio config={config} />
      <ConnectionBar />
    </>
  )
}
