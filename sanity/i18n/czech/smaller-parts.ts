const readOnly = 'Pole, která nejde upravit, se přeskočila: {{fieldNames}}'

export const copyPaste = {
  'copy-paste.on-paste.validation.read-only-fields-skipped.description': readOnly,
  'copy-paste.on-paste.validation.read-only-fields-skipped-truncated.description': `${readOnly} a další ({{count}})`,
}

/** Scheduled drafts. */
export const singleDocRelease = {
  'action.schedule-publish': 'Naplánovat zveřejnění',
  'action.schedule-publish-error': 'Zveřejnění se nepodařilo naplánovat',
  'action.schedule-publish-success': 'Zveřejnění je naplánované',
  'action.schedule-publish-success-description': 'Zveřejní se {{publishAt}}',
  'action.schedule-publish.disabled.cardinality-one': 'Tento dokument už naplánovaný koncept má.',
  'action.schedule-publish.disabled.validation-issues': 'Naplánovat koncept jde, až v něm opravíte chyby.',
  'empty-state.action.documentation': 'Víc o plánování (anglicky)',
  'empty-state.description': 'Naplánujte, kdy se mají koncepty zveřejnit. Do té doby je nejde měnit.',
  'empty-state.title': 'Naplánované koncepty',
}
