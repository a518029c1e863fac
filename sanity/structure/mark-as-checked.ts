import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {useToast} from '@sanity/ui/toast'
import {useState} from 'react'
import {type DocumentActionComponent, useClient} from 'sanity'
import {apiVersion} from '#sanity/api-version.ts'
import {studioLanguage, t} from '#sanity/studio/language.ts'

/**
 * Says that somebody looked at a document today and found it right. What was checked is the page as it stands, so the
 * day goes straight to the published document, in one step; a draft gets it too, and keeps its other changes.
 */
export const markAsChecked: DocumentActionComponent = ({id, draft, published}) => {
  const client = useClient({apiVersion})
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const today = new Date().toISOString().slice(0, 10)
  const versions = [published, draft].filter((version) => version !== null)
  const done = versions.every((version) => version.lastChecked === today)

  const mark = async () => {
    setBusy(true)
    const transaction = client.transaction()
    for (const {_id} of versions) transaction.patch(_id, {set: {lastChecked: today}})
    try {
      await transaction.commit({tag: 'mark-as-checked'})
      const day = new Date().toLocaleDateString(studioLanguage, {dateStyle: 'long', timeZone: 'UTC'})
      toast.push({status: 'success', title: t(`Ověřeno: ${day}`, `Checked: ${day}`)})
    } catch (error) {
      console.error(`"Mark as checked today" of ${id} failed.`, error)
      toast.push({
        status: 'error',
        title: t('Nepodařilo se, zkuste to znovu.', 'That failed, please try again.'),
      })
    } finally {
      setBusy(false)
    }
  }

  return versions.length === 0
    ? null
    : {
        label: t('Označit jako ověřené dnes', 'Mark as checked today'),
        icon: CheckmarkCircleIcon,
        disabled: busy || done,
        title: done ? t('Dnes už ověřeno', 'Already checked today') : undefined,
        onHandle: mark,
      }
}
