import {useSyncExternalStore} from 'react'
import type {DocumentBadgeComponent} from 'sanity'
import {intlLocales} from '#lib/i18n/locales.ts'
import {connection} from '#sanity/connection/connection.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'

const sameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString()

/** "21:43", with the day unless it is today. In the time zone of the browser. */
export function savedAt(time: Date, now: Date): string {
  const day = sameDay(time, now) ? {} : ({day: 'numeric', month: 'numeric'} as const)
  return time.toLocaleString(intlLocales[studioLanguage], {...day, hour: '2-digit', minute: '2-digit'})
}

/** A lasting answer to "is it saved?": Sanity's own text disappears after a moment. */
export const savedBadge: DocumentBadgeComponent = ({draft, version}) => {
  const {unsaved} = useSyncExternalStore(connection.subscribe, connection.state)
  if (unsaved)
    return {
      label: t('Neuloženo', 'Not saved'),
      title: t(
        'Uloží se samo, až se spojení obnoví. Do té doby okno nezavírejte.',
        'It is saved by itself when the connection is back. Keep this window open until then.',
      ),
      color: 'danger',
    }
  const saved = version ?? draft
  if (!saved) return null
  return {
    label: `${t('Uloženo', 'Saved')} ${savedAt(new Date(saved._updatedAt), new Date())}`,
    title: t(
      'Koncept je uložený. Na web ho dostane Zveřejnit.',
      'The draft is saved. Publish puts it on the site.',
    ),
    color: 'success',
  }
}
