import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {TimelineFact} from '#lib/timeline/dated-facts.ts'
import type {Look} from '#lib/timeline/marks.ts'
import type {TimelineEntry} from '#lib/timeline/timeline-view.ts'
import {GoesOn, PieceMark} from './timeline-marks.tsx'

/** The looks that one line of the legend explains. The first one is its sample. */
const explained = {
  doubtful: ['doubtful'],
  within: ['within'],
  uncertain: ['uncertain'],
  about: ['about'],
  fading: ['fading-out', 'fading-in', 'fading-faintly'],
} satisfies Record<string, Look[]>

type Sample = {
  key: keyof ReturnType<typeof messagesIn>['timeline']['legend']
  kind: TimelineFact['kind']
  look: Look
  goesOn?: true
}

/** What the pictures use. An explanation of marks that are not there would only cost time. */
function samplesFor(entries: TimelineEntry[]): Sample[] {
  const facts = entries.flatMap((entry) => entry.facts)
  const kinds = (['event', 'membership'] as const).filter((kind) => facts.some((fact) => fact.kind === kind))
  const looks = (Object.keys(explained) as (keyof typeof explained)[]).flatMap((key): Sample[] => {
    const list: readonly Look[] = explained[key]
    const fact = facts.find(({row}) => row.pieces.some(({look}) => list.includes(look)))
    return fact && list[0] ? [{key, kind: fact.kind, look: list[0]}] : []
  })
  const goesOn = facts.some(({row}) => row.goesOn)
  return [
    ...kinds.map((kind): Sample => ({key: kind, kind, look: 'certain'})),
    ...looks,
    ...(goesOn ? [{key: 'goesOn', kind: 'membership', look: 'certain', goesOn} as const] : []),
  ]
}

/** A sample of each kind of mark with its meaning. */
export function TimelineLegend({entries, locale}: {entries: TimelineEntry[]; locale: Locale}) {
  const {legend} = messagesIn(locale).timeline
  return (
    <ul className="legend">
      {samplesFor(entries).map(({key, kind, look, goesOn}) => (
        <li key={key} className={kind}>
          <svg className="marks" aria-hidden="true">
            <PieceMark piece={{from: 20, to: 80, look}} kind={kind} />
            {goesOn && <GoesOn at={80} />}
          </svg>
          {legend[key]}
        </li>
      ))}
    </ul>
  )
}
