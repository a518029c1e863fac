import type {CSSProperties} from 'react'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import {typeset} from '#lib/typography/typeset.ts'

// Inline styles: visitors never see the banner, so their stylesheet does not need it.
const banner: CSSProperties = {
  position: 'sticky',
  insetBlockStart: 0,
  zIndex: 10,
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0.5rem 1.5rem',
  alignItems: 'center',
  justifyContent: 'space-between',
  padding: '0.5rem var(--edge)',
  background: '#ffd766',
  color: '#1d1b16',
  font: '600 0.9rem/1.4 var(--sans)',
}
const button: CSSProperties = {
  padding: '0.35rem 0.9rem',
  border: '2px solid currentColor',
  borderRadius: '0.3rem',
  background: 'transparent',
  color: 'inherit',
  font: 'inherit',
  cursor: 'pointer',
}

/** The content that a preview shows. A release has its title. */
export type Shown = 'drafts' | 'published' | {release: string}

/** Names the shown content. A POST form ends the preview: a browser could prefetch a link by accident. */
export function DraftBanner({locale, showing}: {locale: Locale; showing: Shown}) {
  const {label, shown, leave} = messagesIn(locale).preview
  return (
    <aside aria-label={label} style={banner}>
      <span>
        {typeof showing === 'string' ? shown[showing] : typeset(`${shown.release} ${showing.release}`)}
      </span>
      <form action="/api/draft-mode/disable" method="post">
        <button type="submit" style={button}>
          {leave}
        </button>
      </form>
    </aside>
  )
}
