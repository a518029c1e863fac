import type {TimelineFact} from '#lib/timeline/dated-facts.ts'
import type {Look, Piece} from '#lib/timeline/marks.ts'

type Kind = TimelineFact['kind']

/** The gradient of each look that fades. */
const fades: Partial<Record<Look, 'in' | 'out' | 'faint' | 'both'>> = {
  'fading-in': 'in',
  'fading-out': 'out',
  'fading-faintly': 'faint',
  about: 'both',
}

/** An event is a line with round ends: a day becomes a dot, and a year keeps its length. */
export function PieceMark({piece: {from, to, look}, kind}: {piece: Piece; kind: Kind}) {
  const ends = {x1: `${from}%`, x2: `${to}%`, y1: '50%', y2: '50%'}
  if (look === 'certain' && kind === 'event') return <line className={look} {...ends} />
  // Hollow: a thinner line inside a line. Only a line keeps its round ends at zero length.
  if (look === 'doubtful')
    return (
      <>
        <line className={look} {...ends} />
        <line className="hollow" {...ends} />
      </>
    )
  const fade = fades[look]
  return (
    <rect
      className={look}
      {...(fade && {fill: `url(#${kind}-${fade})`})}
      x={`${from}%`}
      width={`${to - from}%`}
      y="50%"
      height="0.7em"
    />
  )
}

/** Used by the marks of all pictures on the page. */
export const Gradients = () =>
  (['event', 'membership'] as const).flatMap((kind) =>
    Object.values(fades).map((fade) => (
      <linearGradient key={kind + fade} id={`${kind}-${fade}`} className={kind}>
        {(fade === 'in' || fade === 'both') && <stop className="none" offset="0" />}
        <stop
          {...(fade === 'faint' && {className: 'faint'})}
          offset={{in: 1, out: 0, faint: 0, both: 0.5}[fade]}
        />
        {fade !== 'in' && <stop className="none" offset="1" />}
      </linearGradient>
    )),
  )
/** Continues today. `at`: where the bar ends, in percent. */
export const GoesOn = ({at}: {at: number}) => (
  <svg x={`${at}%`} y="50%" overflow="visible" aria-hidden="true">
    <path className="goes-on" d="M-1-7 9 0-1 7z" />
  </svg>
)
