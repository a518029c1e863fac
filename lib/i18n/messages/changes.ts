import type {Locale} from '../locales.ts'

/** Words for what changed, by kind. `: n` follows the kinds that are counted. */
type ChangeWords = Readonly<Record<string, string>>

const words: Record<Locale, ChangeWords> = {
  cs: {
    added: 'nově na tomto webu',
    removed: 'odebráno z\u00a0tohoto webu',
    checked: 'údaje ověřeny',
    sources: 'přidané zdroje',
    events: 'doplněná historie',
    counts: 'přidané počty členů',
    names: 'přidané názvy',
    topics: 'přidaná témata',
    corrections: 'přidané opravy',
    changed: 'údaje změněny',
    'role-added': 'role SIMI nově uvedena',
    'role-removed': 'role SIMI odebrána z\u00a0tohoto webu',
    'role-confirmed': 'trvání role SIMI potvrzeno',
    'role-unconfirmed': 'trvání role SIMI zatím neověřeno',
    'role-ended': 'role SIMI skončila',
    'role-checked': 'údaje o\u00a0roli SIMI ověřeny',
    'role-sources': 'přidané zdroje k\u00a0roli SIMI',
    'role-changed': 'údaje o\u00a0roli SIMI změněny',
    page: 'stránka změněna',
  },
  en: {
    added: 'new on this site',
    removed: 'removed from this site',
    checked: 'facts checked',
    sources: 'sources added',
    events: 'history added',
    counts: 'numbers of members added',
    names: 'names added',
    topics: 'topics added',
    corrections: 'corrections added',
    changed: 'facts changed',
    'role-added': 'SIMI’s role added',
    'role-removed': 'SIMI’s role removed from this site',
    'role-confirmed': 'status of SIMI’s role confirmed',
    'role-unconfirmed': 'status of SIMI’s role not confirmed',
    'role-ended': 'SIMI’s role has ended',
    'role-checked': 'facts on SIMI’s role checked',
    'role-sources': 'sources on SIMI’s role added',
    'role-changed': 'facts on SIMI’s role changed',
    page: 'page changed',
  },
}

export const changeWords = (locale: Locale): ChangeWords => words[locale]
