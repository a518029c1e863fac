import type {IncomingMessage, OutgoingHttpHeaders} from 'node:http'
import {isLocale, negotiateLocale} from '../../i18n/locales.ts'
import {isHtml} from './visitor-document.ts'

/** The prerendered pages of app/(site)/[locale]/404 and 500: the texts of errors. */
const errorPage = /\/(404|500)$/

/** The status that an error page has at its own address. Undefined for other pages. */
export function statusOfErrorPage(path: string): number | undefined {
  const status = errorPage.exec(path)?.[1]
  return status === undefined ? undefined : Number(status)
}

type Answer = {status: number; headers: OutgoingHttpHeaders}

/** Whether an error page replaces the answer: Next fills its own error documents with scripts. */
export const hasErrorPage = (path: string, {status, headers}: Answer): boolean =>
  ((status === 404 && isHtml(headers)) || status >= 500) && statusOfErrorPage(path) === undefined

const localeOf = (path: string) => [path.split('/')[1]].find(isLocale)

/** In the language of the path. A path without one gets the visitor's. */
export function errorPagePath({headers}: IncomingMessage, path: string, status: number): string {
  const locale = localeOf(path) ?? negotiateLocale(headers['accept-language'])
  return `/${locale}/${status === 404 ? 404 : 500}`
}

/** More headers of the answer at a path: its error page depends on the visitor's language. */
export const negotiatedHeaders = (path: string, status: number): OutgoingHttpHeaders =>
  status >= 400 && !localeOf(path) ? {vary: 'accept-encoding, accept-language'} : {}
