import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {copyPackages, removeAtExit} from './checkout.ts'

const files = {
  'package.json': '{"name": "bare", "private": true, "type": "module"}',
  'next.config.js': 'export default {poweredByHeader: false, outputFileTracingRoot: import.meta.dirname}',
  'app/layout.jsx':
    'export default ({children}) => <html lang="en"><head><title>Empty</title></head><body>{children}</body></html>',
  'app/[slug]/page.jsx': `export const revalidate = 3600
export const generateStaticParams = () => [{slug: 'page'}]
export default async function Page({params}) {
  return <main><h1>{(await params).slug}</h1></main>
}`,
}

/** Builds an empty Next app with one ISR page and the same packages, for comparison. Returns its folder. */
export function bareNext(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bare-next-'))
  removeAtExit(folder)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), {recursive: true})
    writeFileSync(join(folder, file), text)
  }
  copyPackages(folder)
  execFileSync('node', [join(folder, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: folder,
    env: {...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1'},
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return folder
}
