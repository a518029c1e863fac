import type {EditAttribute} from '#lib/content/edit-target.ts'
import type {Locale} from '#lib/i18n/locales.ts'
import {messagesIn} from '#lib/i18n/messages/messages.ts'
import type {Edge, Node, RelationsView} from '#lib/relations/relations-view.ts'
import {typeset} from '#lib/typography/typeset.ts'
import {LangText} from './lang-text.tsx'

type Props = {relations: RelationsView; locale: Locale; edit: EditAttribute}

function NodeName({node: {name, href, edit: target}, edit}: {node: Node; edit: EditAttribute}) {
  const Tag = href ? 'a' : 'span'
  return (
    <Tag href={href} data-sanity={edit(target, target.path)}>
      <LangText {...name} />
    </Tag>
  )
}

/** "chairperson, 2015 – end unknown, as of 2016 or 2017: Committee …" */
function EdgeItem({edge, to, edit}: {edge: Edge; to: Node; edit: EditAttribute}) {
  const {label, when, status, edit: target} = edge
  const notes = [...new Set([when, status])].filter(Boolean)
  return (
    <li data-sanity={target && edit(target, target.path)}>
      <LangText {...label} />
      {notes.map((note) => typeset(`, ${note}`))}: <NodeName node={to} edit={edit} />
    </li>
  )
}

/** The map as a list: each body or person, with the lines that start there. */
export function RelationsList({relations: {nodes, edges}, locale, edit}: Props) {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const ends = new Set(edges.map(({to}) => to))
  const starts = new Set(edges.map(({from}) => from))
  return (
    <section>
      <h2>{messagesIn(locale).relations.list}</h2>
      <ul className="relations-list">
        {nodes
          .filter(({id}) => starts.has(id) || !ends.has(id))
          .map((node) => (
            <li key={node.id}>
              <NodeName node={node} edit={edit} />
              {starts.has(node.id) && (
                <ul>
                  {edges.map((edge) => {
                    const to = byId.get(edge.to)
                    return (
                      edge.from === node.id &&
                      to && <EdgeItem key={edge.id} edge={edge} to={to} edit={edit} />
                    )
                  })}
                </ul>
              )}
            </li>
          ))}
      </ul>
    </section>
  )
}
