import {readdir, readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Locale} from '#lib/i18n/locales.ts'

/** The guide is read when the site is built. Both addresses are prerendered, so a server needs no files. */
const folder = join(process.cwd(), 'docs/guide')

export const readGuide = (language: Locale) => readFile(join(folder, `${language}.md`), 'utf8')

export const guidePictures = (language: Locale) => readdir(join(folder, 'images', language))

export const readPicture = (language: string, file: string) =>
  readFile(join(folder, 'images', language, file))
