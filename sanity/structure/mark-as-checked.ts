import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type DocumentActionComponent, useClient} from 'sanity'
import {dayOf} from '#lib/dates/day.ts'
import {studioLanguage, t} from '#sanity/i18n/studio-language.ts'
import {apiVersion} from '#sanity/queries/api-version.ts'
import {type FieldValues, restoreField} from './field-undo.ts'
import {changedSince, failureToast, useUndoToast} from './use-undo-toast.tsx'

const field = 'lastChecked'

/**
 * Records that an editor has checked the document today. The editor checks the page as it is live, so this
 * writes the date to the published document without a publish. A draft gets the date too; its other changes
 * stay.
 */
export const markAsChecked: DocumentActionComponent = ({id, draft, published}) => {
  const client = useClient({apiVersion})
  const toast = useToast()
  const offerUndo = useUndoToast()
  const [busy, setBusy] = useState(false)
  const today = dayOf(new Date())
  const versions = [published, draft].filter((version) => version !== null)
  const done = versions.every((version) => version[field] === today)

  const mark = async () => {
    setBusy(true)
    const before: FieldValues = {}
    const written: FieldValues = {}
    const transaction = client.transaction()
    for (const {_id, [field]: value} of versions) {
      before[_id] = typeof value === 'string' ? value : undefined
      written[_id] = today
      transaction.patch(_id, {set: {[field]: today}})
    }
    try {
      await transaction.commit({tag: 'mark-as-checked'})
      const day = new Date().toLocaleDateString(studioLanguage, {dateStyle: 'long', timeZone: 'UTC'})
      offerUndo({
        id: `checked-${id}`,
        title: published
          ? t(`Ověřeno: ${day}. Na webu už to je.`, `Checked: ${day}. It is on the site already.`)
          : t(`Ověřeno: ${day}`, `Checked: ${day}`),
        undone: t('Den ověření je zase jako předtím.', 'The day of the check is as it was before.'),
        undo: async () => ((await restoreField(client, field, {before, written})) ? undefined : changedSince),
      })
    } catch (error) {
      console.error(`"Mark as checked today" of ${id} failed.`, error)
      toast.push(failureToast)
    } finally {
      setBusy(false)
    }
  }

  return versions.length === 0
    ? null
    : {
        // Say "live at once" in the label, not in a tooltip: the menu's other edits need "Publish".
        label: published
          ? t('Označit jako ověřené dnes (hned na webu)', 'Mark as checked today (live at once)')
          : t('Označit jako ověřené dnes', 'Mark as checked today'),
        icon: CheckmarkCircleIcon,
        disabled: busy || done,
        title: done ? t('Dnes už ověřeno', 'Already checked today') : undefined,
        onHandle: mark,
      }
}
