import {orderableDocumentListDeskItem} from '@sanity/orderable-document-list'
import type {ListItem, MenuItem, StructureBuilder, StructureResolver} from 'sanity/structure'
import {networkTemplateId} from '#lib/routing/studio-paths.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {LiveOrder} from './live-order.tsx'
import type {NetworkGroup} from './network-groups.ts'

/** Menu titles that the plugin has in English only. The arrows move a network by one position a click. */
const titles: Record<string, string> = {
  resetOrder: t('Očíslovat pořadí znovu', 'Number the order again'),
  showIncrements: t('Řadit šipkami', 'Order with arrows'),
}

type Intent = {template?: string}

/**
 * The networks of a group. Dragging sets their order on the site. The plugin's list opens every network. This
 * one opens only networks created in it, so a network opened by a link appears beside the list of all
 * networks.
 */
export function groupList(
  S: StructureBuilder,
  context: Parameters<StructureResolver>[1],
  group: NetworkGroup,
): ListItem {
  const {id, title, filter} = group
  const template = networkTemplateId(group.id)
  const add = S.menuItem()
    .title(t('Přidat síť', 'Add a network'))
    .intent({type: 'create', params: {type: 'network', template}})
    .serialize()
  const item = orderableDocumentListDeskItem({
    type: 'network',
    id,
    title,
    filter,
    createIntent: false,
    menuItems: [add],
    S,
    context,
  })
  const child: {menuItems?: MenuItem[]} = Object(item.child)
  Object.assign(child, {
    title,
    component: LiveOrder,
    canHandleIntent: (_name: string, intent: Intent) => intent.template === template,
    menuItems: child.menuItems?.map((menuItem) => ({
      ...menuItem,
      title: titles[String(menuItem.action)] ?? menuItem.title,
    })),
  })
  return item
}
