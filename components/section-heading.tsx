import {slugOf} from '#lib/routing/slug.ts'

/** The id of a section: its heading in the page's language. */
export const sectionId = (label: string) => slugOf(label)

/** A heading that links to its own section, so that a reader can copy the link. */
export function SectionHeading({label}: {label: string}) {
  const id = sectionId(label)
  return (
    <h2 id={id}>
      <a className="anchor" href={`#${id}`}>
        {label}
      </a>
    </h2>
  )
}
