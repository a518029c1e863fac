import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {defineField, defineType} from 'sanity'
import {fieldName, fieldsOf, firstFields, type Section, sections} from '#lib/content/site-texts.ts'
import {t} from '#sanity/i18n/studio-language.ts'
import {localizedText} from '../validation/text-rules.ts'

type Labels = {title: string; group: string; titleIs: string; leadIs?: string; maxTitle?: number}

const menuWord = t(
  'Slovo v menu, nadpis stránky a její název ve vyhledávači.',
  'The word in the menu, the heading of the page, and its name in search engines.',
)
const groupLead = t(
  'Pod nadpisem stránky, na stránce členství pod názvem skupiny, a ve vyhledávači.',
  'Below the heading of the page, on the page of memberships below the name of the group, and in search engines.',
)
const viewTitle = t(
  'Odkaz na úvodní stránce a na stránce členství, nadpis stránky a její název ve vyhledávači.',
  'The link on the home page and on the page of memberships, the heading of the page, and its name in search engines.',
)
const defaultLead = t(
  'Pod nadpisem stránky a ve vyhledávači.',
  'Below the heading of the page, and in search engines.',
)

/** A longer word in the menu would not fit beside the others on a screen of 1024 px. */
const MAX_MENU_WORD = 30
const MAX_TITLE = 60
/** Search engines cut a longer description. */
const MAX_DESCRIPTION = 160
const MAX_LEAD = 220

const menuPage = (title: string): Labels => ({
  title,
  group: 'membership',
  titleIs: menuWord,
  maxTitle: MAX_MENU_WORD,
})
const groupPage = (title: string): Labels => ({...menuPage(title), leadIs: groupLead})
const viewPage = (title: string): Labels => ({title, group: 'views', titleIs: viewTitle})

const pages: Record<Exclude<Section, 'site'>, Labels> = {
  home: {
    title: t('Úvodní stránka', 'Home page'),
    group: 'site',
    titleIs: t('Nadpis úvodní stránky.', 'The heading of the home page.'),
    leadIs: t('Pod nadpisem úvodní stránky.', 'Below the heading of the home page.'),
  },
  landing: menuPage(t('Stránka členství', 'Page of memberships')),
  'czech-networks': groupPage(t('České sítě', 'Czech networks')),
  'european-networks': groupPage(t('Evropské sítě', 'European networks')),
  'foreign-partners': groupPage(t('Zahraniční partneři', 'Foreign partners')),
  overview: viewPage(t('Přehled členství', 'Overview of memberships')),
  timeline: viewPage(t('Časová osa', 'Timeline')),
  relations: viewPage(t('Mapa vztahů', 'Map of relations')),
  data: {
    title: t('Otevřená data', 'Open data'),
    group: 'views',
    titleIs: t(
      'Odkaz v patičce, nadpis stránky a její název ve vyhledávači.',
      'The link in the footer, the heading of the page, and its name in search engines.',
    ),
  },
}

type TextField = {title: string; description: string; limit: number; isLong?: boolean}

const siteFields: Record<string, TextField> = {
  organization: {
    title: t('Název sdružení', 'Name of the association'),
    description: t(
      'V patičce každé stránky a na obrázku sdíleného odkazu.',
      'In the footer of every page, and in the picture of a shared link.',
    ),
    limit: MAX_TITLE,
  },
  title: {
    title: t('Název webu', 'Name of the site'),
    description: t(
      'Název úvodní stránky ve vyhledávači a v kartě prohlížeče.',
      'The name of the home page in search engines and in the browser’s tab.',
    ),
    limit: MAX_TITLE,
  },
  description: {
    title: t('Popis webu', 'Description of the site'),
    description: t(
      'Ve vyhledávači pod názvem úvodní stránky a stránek, které vlastní popis nemají.',
      'In search engines below the name of the home page and of pages without a description of their own.',
    ),
    limit: MAX_DESCRIPTION,
    isLong: true,
  },
}

const pageFields = ({
  titleIs,
  leadIs = defaultLead,
  maxTitle = MAX_TITLE,
}: Labels): Record<string, TextField> => ({
  title: {title: t('Název', 'Title'), description: titleIs, limit: maxTitle},
  lead: {title: t('Úvod', 'Introduction'), description: leadIs, limit: MAX_LEAD, isLong: true},
})

const textField = (name: string, {limit, isLong, ...labels}: TextField) =>
  defineField({
    ...labels,
    name,
    type: isLong ? 'localeText' : 'localeString',
    options: {columns: 2, limit},
    validation: (rule) => rule.required().custom(localizedText(limit)),
  })

/** The texts of one page. */
function sectionField(section: Section) {
  const {title, group} =
    section === 'site' ? {title: t('Celý web', 'Whole site'), group: 'site'} : pages[section]
  const fields = section === 'site' ? siteFields : pageFields(pages[section])
  return defineField({
    name: fieldName(section),
    title,
    group,
    type: 'object',
    validation: (rule) => rule.required(),
    fields: fieldsOf(section).map((name) => textField(name, fields[name] as TextField)),
  })
}

/**
 * The texts of pages that are about no single document, and the words of the menu. There is one such
 * document: docs/decisions/062-texts-of-the-site-are-a-document.md.
 */
export const siteTexts = defineType({
  name: 'siteTexts',
  icon: EarthGlobeIcon,
  title: t('Texty webu', 'Texts of the site'),
  type: 'document',
  initialValue: firstFields,
  groups: [
    {name: 'site', title: t('Web a úvodní stránka', 'Site and home page'), default: true},
    {name: 'membership', title: t('Členství a skupiny', 'Memberships and groups')},
    {name: 'views', title: t('Další stránky', 'Other pages')},
  ],
  fields: sections.map(sectionField),
  preview: {prepare: () => ({title: t('Texty webu', 'Texts of the site')})},
})
