import {defineLocaleResourceBundle} from 'sanity'
import {studioLanguage, t} from './studio-language.ts'
import {validationTexts} from './validation-texts.ts'

const remedy = t(
  'Dokud to jinde potřebují, nejde to: otevřete uvedené dokumenty, odkaz v nich odeberte (nebo je smažte) a zkuste to znovu. Síť stáhnete z webu i jinak: vymažte její adresy na záložce Text a zveřejněte.',
  'It can’t be done while others need it: open the documents listed, remove the reference there (or delete them) and try again. A network leaves the site in another way, too: empty its page addresses on the Text tab and publish.',
)

/** Adds remedies, and replaces one of two Czech words that Sanity mixes ("Zveřejnit", "Publikovat"). */
const structure = {
  'confirm-delete-dialog.referential-integrity-disclaimer.text_delete': remedy,
  'confirm-delete-dialog.referential-integrity-disclaimer.text_unpublish': remedy,
  'confirm-delete-dialog.confirm-anyway-button.text_delete_one': t('Zkusit smazat', 'Try to delete'),
  'confirm-delete-dialog.confirm-anyway-button.text_delete_other': t('Zkusit smazat', 'Try to delete'),
  'confirm-delete-dialog.confirm-anyway-button.text_unpublish': t(
    'Zkusit zrušit publikaci',
    'Try to unpublish',
  ),
  'panes.document-operation-results.operation-error': t(
    'Nepodařilo se, zkuste to znovu.',
    'That failed, please try again.',
  ),
}

const structureInCzech = {
  'action.publish.label': 'Zveřejnit',
  'browser-document-title.new-document': '{{schemaType}}: nový dokument',
  'panes.document-header-title.new.text': '{{schemaType}}: nový dokument',
}

// Sanity has no Czech texts for Presentation and Releases. These are the ones that editors see most.
const presentationInCzech = {
  'locations-banner.locations-count_zero': 'Není na žádné stránce',
  'locations-banner.locations-count_one': 'Je na jedné stránce',
  'locations-banner.locations-count_few': 'Je na {{count}} stránkách',
  'locations-banner.locations-count_other': 'Je na {{count}} stránkách',
  'locations-banner.resolving.text': 'Zjišťuje se, kde to je…',
}

const releasesInCzech = {
  'action.releases': 'Vydání',
  'overview.title': 'Vydání',
  'overview.back-to-all-releases': 'Všechna vydání',
  'overview.search-releases-placeholder': 'Hledat vydání',
  'action.add-document': 'Přidat dokument',
  'action.open': 'Otevřená',
  'action.review': 'Projít změny',
  'action.publish-all-documents': 'Zveřejnit vydání',
  'action.revert': 'Vzít vydání zpět',
  'no-releases': 'Žádná vydání',
  'publish-dialog.confirm-publish.title': 'Zveřejnit celé vydání naráz?',
  'publish-dialog.confirm-publish-description_one':
    'Zveřejní se vydání „<strong>{{title}}</strong>“ a jeden dokument v něm.',
  'publish-dialog.confirm-publish-description_few':
    'Zveřejní se vydání „<strong>{{title}}</strong>“ a {{releaseDocumentsLength}} dokumenty v něm.',
  'publish-dialog.confirm-publish-description_other':
    'Zveřejní se vydání „<strong>{{title}}</strong>“ a {{releaseDocumentsLength}} dokumentů v něm.',
  'publish-info.title': 'Vydání je zveřejněné.',
  'summary.all-documents-validated': 'Všechny dokumenty jsou v pořádku',
  'summary.all-documents-errors-found': 'V některých dokumentech jsou chyby',
  'summary.no-documents': 'Žádné dokumenty',
  'table-header.document': 'Dokument',
  'table-header.documents': 'Dokumenty',
  'table-header.edited': 'Upraveno',
}

/** Title of a field's "…" menu, with its keyboard shortcut. tab-order.ts handles the shortcut. */
const studio = {
  'form.field.actions-menu.title': t('Akce pole (Alt+Enter)', 'Field actions (Alt+Enter)'),
}

const bundle = (namespace: string, resources: Record<string, string>) =>
  defineLocaleResourceBundle({locale: studioLanguage === 'cs' ? 'cs-CZ' : 'en-US', namespace, resources})

/** Overrides of Sanity's own texts with the words of this project. */
export const localeOverrides =
  studioLanguage === 'cs'
    ? [
        bundle('studio', studio),
        bundle('structure', {...structure, ...structureInCzech}),
        bundle('presentation', presentationInCzech),
        bundle('releases', releasesInCzech),
        bundle('validation', validationTexts),
      ]
    : [bundle('studio', studio), bundle('structure', structure), bundle('validation', validationTexts)]
