import {Graph, layout} from '@dagrejs/dagre'
import type {SiteTexts} from '../i18n/messages/site-texts.ts'
import {linesOf, spacedWidthOf} from '../typography/letter-width.ts'
import type {Edge, Node, RelationsView} from './relations-view.ts'

/**
 * All sizes in pixels. A screen never scales the picture, so the text keeps its size. Boxes leave room for
 * the text spacing of WCAG 1.4.12: a line height of 1.5.
 */
const FONT_PX = 13
const LINE_PX = 1.5 * FONT_PX
/** Padding and border of a box, sum of both sides. */
const FRAME_PX = {across: 19, down: 11}
const WIDTHS_PX = {home: 64, person: 124, network: 160, body: 160}
/** Room beside SIMI in which the lines spread. */
const FAN_PX = 40
const PORT_PX = 16
const MIN_LABEL_EM = 6

/** `x` and `y` are the centre. */
type Box = {x: number; y: number; width: number; height: number}

/** `kicker` is a line above the name. */
export type NodeBox = Node & Box & {kicker?: string}

/** `path` is an SVG path. The box is that of the label. */
export type EdgeLine = Omit<Edge, 'from' | 'to'> & Box & {path: string}

export type RelationsLayout = {width: number; height: number; nodes: NodeBox[]; edges: EdgeLine[]}

type Point = {x: number; y: number}
const round = (number: number) => Math.round(number * 10) / 10
const at = ({x, y}: Point) => `${round(x)} ${round(y)}`

/** An SVG path that is horizontal at each point. */
function pathThrough([first, ...rest]: Point[]): string {
  if (!first) return ''
  let from = first
  const segments = rest.map((to) => {
    const x = (from.x + to.x) / 2
    const segment =
      from.y === to.y ? `H${round(to.x)}` : `C${at({x, y: from.y})} ${at({x, y: to.y})} ${at(to)}`
    from = to
    return segment
  })
  return `M${at(first)}${segments.join('')}`
}

/** Places the nodes in columns from left to right, SIMI first, and routes the lines between them. */
export function relationsLayout({nodes, edges}: RelationsView, texts: SiteTexts): RelationsLayout {
  const graph = new Graph({multigraph: true})
  graph.setGraph({rankdir: 'LR', nodesep: 16, ranksep: 14, edgesep: 14, marginx: 4, marginy: 4})
  graph.setDefaultEdgeLabel(() => ({}))
  const kinds = new Map(nodes.map(({id, kind}) => [id, kind]))
  const boxes = nodes.map((node) => {
    const width = WIDTHS_PX[node.kind]
    const room = (width - FRAME_PX.across) / FONT_PX
    const kicker = node.group && texts[node.group].title
    const lines = [node.name.text, ...(kicker ? [kicker] : [])].map((text) => linesOf(text, room))
    const height = lines.reduce((sum, count) => sum + count, 0) * LINE_PX + FRAME_PX.down
    graph.setNode(node.id, {width: width + (node.kind === 'home' ? FAN_PX : 0), height})
    return {...node, ...(kicker && {kicker}), width, height}
  })
  const drawn = edges
    .filter(({from, to}) => from !== to && kinds.has(from) && kinds.has(to))
    .map((edge) => {
      // A label is narrow, but as wide as its longest word.
      const texts = [edge.label.text, ...(edge.when ? [edge.when] : [])]
      const longestWord = Math.max(...texts.flatMap((text) => text.split(' ')).map(spacedWidthOf))
      const longestText = Math.max(...texts.map(spacedWidthOf))
      const room = Math.min(14, Math.max(MIN_LABEL_EM, longestWord), longestText) + 0.6
      // The edge from a body to a network (its host, its part) is reversed for the layout: then all networks
      // share a column.
      const isReversed = kinds.get(edge.to) === 'network' && kinds.get(edge.from) === 'body'
      const ends = isReversed ? {v: edge.to, w: edge.from} : {v: edge.from, w: edge.to}
      const lines = texts.reduce((sum, text) => sum + linesOf(text, room), 0)
      const [width, height] = [round(room * FONT_PX), lines * LINE_PX]
      graph.setEdge({...ends, name: edge.id}, {width, height, labelpos: 'c'})
      return {...edge, width, height, isReversed, ends}
    })
  layout(graph)
  const {width = 0, height = 0} = graph.graph()
  // Flips the layout if needed, so that the editors' first network is at the top.
  const networks = boxes.filter(({kind}) => kind === 'network')
  const [top, bottom] = [networks[0], networks.at(-1)].map((box) => (box ? (graph.node(box.id).y ?? 0) : 0))
  const flip = (y: number) => round((top ?? 0) > (bottom ?? 0) ? height - y : y)
  const placed = boxes.map((box) => {
    const {x = 0, y = 0} = graph.node(box.id)
    return {...box, x: round(x - (box.kind === 'home' ? FAN_PX / 2 : 0)), y: flip(y)}
  })
  const boxesById = new Map(placed.map((box) => [box.id, box]))
  const routed = drawn.flatMap(({ends, ...edge}) => {
    const {
      points = [],
      x = 0,
      y = 0,
    }: Partial<Point> & {points?: Point[]} = graph.edge({...ends, name: edge.id})
    const [from, to] = [boxesById.get(ends.v), boxesById.get(ends.w)]
    if (!from || !to) return []
    const inner = points
      .slice(1, -1)
      .map((point) => ({x: round(point.x), y: flip(point.y)}))
      .filter((point) => Math.abs(point.x - x) > edge.width / 2)
    return [{...edge, from, to, inner, x: round(x), y: flip(y)}]
  })
  /** Lines at one side of a node end one below the other, so that each arrow is visible. */
  const portOf = (id: string, node: NodeBox) => {
    const leaving = routed.find((edge) => edge.id === id)?.from === node
    const siblings = routed
      .filter(({from, to}) => (leaving ? from : to) === node)
      .toSorted((a, b) => a.y - b.y)
    const offset = siblings.findIndex((edge) => edge.id === id) - (siblings.length - 1) / 2
    return round(node.y + offset * Math.min(PORT_PX, (node.height - 12) / siblings.length))
  }
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: placed,
    edges: routed.map(({from, to, isReversed, inner, ...edge}) => {
      const half = edge.width / 2
      const before = [
        {x: from.x + from.width / 2, y: portOf(edge.id, from)},
        ...inner.filter(({x}) => x < edge.x),
        {x: edge.x - half, y: edge.y},
      ]
      const after = [
        {x: edge.x + half, y: edge.y},
        ...inner.filter(({x}) => x > edge.x),
        {x: to.x - to.width / 2, y: portOf(edge.id, to)},
      ]
      // Two parts with a gap for the label.
      const parts = isReversed ? [after.toReversed(), before.toReversed()] : [before, after]
      return {...edge, path: parts.map(pathThrough).join('')}
    }),
  }
}
