import type {DocumentBadgeComponent} from 'sanity'
import {isChecked} from '#lib/content/last-checked.ts'
import {translated} from '#lib/i18n/translation-gaps.ts'
import {t} from '#sanity/i18n/studio-language.ts'

/** Shown when the last check is more than two years ago. */
export const needsCheckBadge: DocumentBadgeComponent = ({draft, published}) => {
  const document = draft ?? published
  return !document || isChecked(document.lastChecked)
    ? null
    : {
        label: t('Ke kontrole', 'Needs a check'),
        title: t('Dva roky to nikdo neověřil.', 'Nobody has checked it for two years.'),
        color: 'warning',
      }
}

/** Shows how complete the less complete language is. */
export const translationBadge: DocumentBadgeComponent = ({draft, published}) => {
  const {cs, en} = translated(draft ?? published)
  if (cs === 100 && en === 100) return null
  return cs < en
    ? {label: t(`Česky ${cs} %`, `Czech ${cs} %`), color: 'warning'}
    : {label: t(`Anglicky ${en} %`, `English ${en} %`), color: 'warning'}
}
