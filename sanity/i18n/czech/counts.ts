/**
 * Texts for two, three and four, which Sanity's Czech often lacks. Without them the Studio shows the English text
 * for these numbers.
 */
export const studioCounts = {
  'asset-source.usage-list.documents-using-file_named_few':
    '{{count}} dokumenty používají soubor <code>{{filename}}</code>',
  'asset-source.usage-list.documents-using-file_unnamed_few': '{{count}} dokumenty používají tento soubor',
  'asset-source.usage-list.documents-using-image_named_few':
    '{{count}} dokumenty používají obrázek <code>{{filename}}</code>',
  'asset-source.usage-list.documents-using-image_unnamed_few': '{{count}} dokumenty používají tento obrázek',
  'changes.action.revert-changes-confirm-change_few': 'Vrátit změny',
  'changes.array.item-moved_down_few': 'Posunuto o {{count}} pozice dolů',
  'changes.array.item-moved_up_few': 'Posunuto o {{count}} pozice nahoru',
  'divergence.unresolved-divergence_few': '{{count}} nevyřešené změny ve verzi {{versionName}}',
  'form.validation.summary.errors-count_few': '{{count}} chyby',
  'form.validation.summary.warnings-count_few': '{{count}} varování',
  'free-trial.tooltip.days-count_few': '{{count}} dny zbývají do konce zkušební doby',
  'inputs.files.common.drop-message.drop-to-upload-multi_few': 'Pusťte a nahrají se {{count}} soubory',
  'inputs.files.common.drop-message.drop-to-upload.no-accepted-file-message_few':
    'Žádný z těchto souborů zde nelze nahrát',
  'inputs.files.common.drop-message.drop-to-upload.rejected-file-message_few':
    '{{count}} soubory nelze zde nahrát',
  'inputs.files.common.placeholder.cannot-upload-some-files_few': 'Nelze nahrát {{count}} soubory',
  'inputs.object.unknown-fields.warning.description_few':
    'Byla nalezena {{count}} pole, která nejsou definována ve schématu.',
  'inputs.object.unknown-fields.warning.details.description_few':
    'Tato pole nejsou definována ve schématu dokumentu. Jejich definici mohl někdo odstranit, nebo ji ještě nezveřejnil.',
  'inputs.object.unknown-fields.warning.title_few': 'Nalezena neznámá pole',
  'release.chip.button.other-versions_few': '+{{count}} verze',
  'release.chip.tooltip.other-versions_few': '{{count}} další verze mimo vydání',
  'search.filters-aria-label_few': 'Filtry',
  'search.operator.array-count-equal.description_few':
    '<Field/> <Operator>má</Operator> <Value>{{count}} položky</Value>',
  'search.operator.array-count-gt.description_few':
    '<Field/> <Operator>má ></Operator> <Value>{{count}} položky</Value>',
  'search.operator.array-count-gte.description_few':
    '<Field/> <Operator>má ≥</Operator> <Value>{{count}} položky</Value>',
  'search.operator.array-count-lt.description_few':
    '<Field/> <Operator>má <</Operator> <Value>{{count}} položky</Value>',
  'search.operator.array-count-lte.description_few':
    '<Field/> <Operator>má ≤</Operator> <Value>{{count}} položky</Value>',
  'search.operator.array-count-not-equal.description_few':
    '<Field/> <Operator>nemá</Operator> <Value>{{count}} položky</Value>',
  'user-menu.action.free-trial_few': '{{count}} dny zbývají do konce zkušební doby',
}

export const structureCounts = {
  'banners.permission-check-banner.missing-permission_create_few':
    'Vaše role <Roles/> nemají oprávnění vytvořit tento dokument.',
  'banners.permission-check-banner.missing-permission_update_few':
    'Vaše role <Roles/> nemají oprávnění aktualizovat tento dokument.',
  'banners.release.navigate-to-edit-description-end_one': 'vydání',
  'banners.release.navigate-to-edit-description-end_few': 'vydáních',
  'banners.release.navigate-to-edit-description-end_other': 'vydáních',
  'banners.release.navigate-to-edit-description-multiple_one':
    'Tento dokument je ve vydání <VersionBadge/> a v {{count}} dalším vydání.',
  'banners.release.navigate-to-edit-description-multiple_few':
    'Tento dokument je ve vydání <VersionBadge/> a ve {{count}} dalších vydáních.',
  'banners.release.navigate-to-edit-description-multiple_other':
    'Tento dokument je ve vydání <VersionBadge/> a v {{count}} dalších vydáních.',
  'confirm-delete-dialog.other-reference-count.title_few': '{{count}} další odkazy nejsou zobrazeny',
  'confirm-delete-dialog.preview-item.preview-unavailable.subtitle': 'Identifikátor: {{documentId}}',
  'confirm-delete-dialog.referring-document-count.text_few':
    '{{count}} dokumenty odkazují na „<DocumentTitle/>“',
  'panes.document-list-pane.error.will-retry-automatically_few': 'Opakujeme pokus… ({{count}}.)',
}

export const commentsCounts = {'field-button.content_few': 'Zobrazit komentáře', 'feature-name': 'Komentáře'}

export const tasksCounts = {
  'document.footer.open-tasks.placeholder_few': 'Otevřít úkoly',
  'document.footer.open-tasks.text_few': '{{count}} otevřené úkoly',
}
