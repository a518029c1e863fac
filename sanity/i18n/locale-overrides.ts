import {defineLocaleResourceBundle} from 'sanity'
import {commentsCounts, structureCounts, studioCounts, tasksCounts} from './czech/counts.ts'
import {presentation} from './czech/presentation.ts'
import {releaseDialogs} from './czech/release-dialogs.ts'
import {releases} from './czech/releases.ts'
import {copyPaste, singleDocRelease} from './czech/smaller-parts.ts'
import {structure as czechStructure} from './czech/structure.ts'
import {studio as czechStudio} from './czech/studio.ts'
import {studioLanguage, t} from './studio-language.ts'
import {validationTexts} from './validation-texts.ts'

const remedy = t(
  'Dokud to jinde potřebují, nejde to: otevřete uvedené dokumenty, odkaz v nich odeberte (nebo je smažte) a zkuste to znovu. Síť stáhnete z webu i jinak: vymažte její adresy na záložce Text a zveřejněte.',
  'It can’t be done while others need it: open the documents listed, remove the reference there (or delete them) and try again. A network leaves the site in another way, too: empty its page addresses on the Text tab and publish.',
)

/** Adds remedies. */
const structure = {
  'confirm-delete-dialog.referential-integrity-disclaimer.text_delete': remedy,
  'confirm-delete-dialog.referential-integrity-disclaimer.text_unpublish': remedy,
  'confirm-delete-dialog.confirm-anyway-button.text_delete_one': t('Zkusit smazat', 'Try to delete'),
  'confirm-delete-dialog.confirm-anyway-button.text_delete_few': t('Zkusit smazat', 'Try to delete'),
  'confirm-delete-dialog.confirm-anyway-button.text_delete_other': t('Zkusit smazat', 'Try to delete'),
  'confirm-delete-dialog.confirm-anyway-button.text_unpublish': t(
    'Zkusit zrušit zveřejnění',
    'Try to unpublish',
  ),
  // Sanity (6.15) shows each of these two above the other group of the menu of a list.
  'menu-item-groups.actions-group': t('Řazení', 'Sort'),
  'menu-item-groups.sorting-group': t('Akce', 'Actions'),
  'panes.document-operation-results.operation-error': t(
    'Nepodařilo se, zkuste to znovu.',
    'That failed, please try again.',
  ),
}

const uploadAgain = t(
  'Zkontrolujte připojení k internetu a nahrajte soubor znovu.',
  'Check the internet connection and upload the file again.',
)

const studio = {
  // Sanity's own text sends the editor to the browser's console.
  'asset-sources.common.uploader.upload-failed.description': uploadAgain,
  'inputs.file.upload-failed.description': uploadAgain,
  'inputs.image.upload-error.description': uploadAgain,
  // With its keyboard shortcut, which tab-order.ts handles.
  'form.field.actions-menu.title': t('Akce pole (Alt+Enter)', 'Field actions (Alt+Enter)'),
}

const bundle = (namespace: string, resources: Record<string, string>) =>
  defineLocaleResourceBundle({locale: studioLanguage === 'cs' ? 'cs-CZ' : 'en-US', namespace, resources})

/** Overrides of Sanity's own texts with the words of this project. */
export const localeOverrides =
  studioLanguage === 'cs'
    ? [
        bundle('studio', {...czechStudio, ...studioCounts, ...studio}),
        bundle('structure', {...czechStructure, ...structureCounts, ...structure}),
        bundle('presentation', presentation),
        bundle('releases', {...releases, ...releaseDialogs}),
        bundle('singleDocRelease', singleDocRelease),
        bundle('copy-paste', copyPaste),
        bundle('comments', commentsCounts),
        bundle('tasks', tasksCounts),
        bundle('validation', validationTexts),
      ]
    : [bundle('studio', studio), bundle('structure', structure), bundle('validation', validationTexts)]
