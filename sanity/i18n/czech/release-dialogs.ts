/** Texts of the dialogs and toasts of releases. */
export const releaseDialogs = {
  'archive-dialog.confirm-archive-button': 'Ano, archivovat',
  'archive-dialog.confirm-archive-description_one': 'Archivuje se jeden dokument vydání.',
  'archive-dialog.confirm-archive-description_few': 'Archivují se {{count}} dokumenty vydání.',
  'archive-dialog.confirm-archive-description_other': 'Archivuje se {{count}} dokumentů vydání.',
  'archive-dialog.confirm-archive-header': 'Archivovat toto vydání?',
  'archive-dialog.confirm-archive-title': 'Archivovat vydání <strong>„{{title}}“</strong>?',
  'confirm-active-scheduled-drafts-dialog.confirm-button': 'Potvrdit termíny',
  'confirm-active-scheduled-drafts-dialog.description':
    'Pozastavené koncepty se zveřejní v termínech, které mají nastavené',
  'confirm-active-scheduled-drafts-dialog.past-dates-warning':
    'Některé termíny už minuly. Po potvrzení se tyto dokumenty zveřejní hned.',
  'confirm-active-scheduled-drafts-dialog.title': 'Obnovit naplánované koncepty',
  'copy-to-draft-dialog.confirm-button': 'Ano, přepsat koncept',
  'copy-to-draft-dialog.description':
    'Tento dokument už koncept má. Zkopírováním této podoby se koncept přepíše.',
  'copy-to-draft-dialog.title': 'Koncept už existuje',
  'delete-dialog.confirm-delete-button': 'Ano, smazat',
  'delete-dialog.confirm-delete-description_one': 'Smaže se jeden dokument vydání.',
  'delete-dialog.confirm-delete-description_few': 'Smažou se {{count}} dokumenty vydání.',
  'delete-dialog.confirm-delete-description_other': 'Smaže se {{count}} dokumentů vydání.',
  'delete-dialog.confirm-delete.header': 'Smazat toto vydání?',
  'discard-version-dialog.description-draft':
    'Všechny změny v tomto dokumentu se zahodí. Nejde to vzít zpět.',
  'discard-version-dialog.description-release':
    'Všechny změny tohoto dokumentu ve vydání „<strong>{{releaseTitle}}</strong>“ se zahodí. Nejde to vzít zpět.',
  'discard-version-dialog.header-draft': 'Zahodit koncept?',
  'discard-version-dialog.header-release': 'Odebrat dokument z vydání „<strong>{{releaseTitle}}</strong>“?',
  'discard-version-dialog.title-draft': 'Zahodit koncept',
  'discard-version-dialog.title-release': 'Odebrat z vydání',
  'duplicate-dialog.confirm-duplicate-button': 'Ano, duplikovat',
  'duplicate-dialog.confirm-duplicate-description_one': 'Duplikuje se vydání a jeden dokument v něm.',
  'duplicate-dialog.confirm-duplicate-description_few': 'Duplikuje se vydání a {{count}} dokumenty v něm.',
  'duplicate-dialog.confirm-duplicate-description_other': 'Duplikuje se vydání a {{count}} dokumentů v něm.',
  'duplicate-dialog.confirm-duplicate-header': 'Duplikovat toto vydání?',
  'permission-missing-description':
    'S vaším oprávněním nevidíte celé vydání a nemůžete ho zveřejnit ani naplánovat.',
  'permission-missing-title': 'Omezený přístup',
  'permissions.error.archive': 'K archivování tohoto vydání nemáte právo',
  'permissions.error.delete': 'Ke smazání tohoto vydání nemáte právo',
  'permissions.error.discard-version': 'K odebrání tohoto dokumentu nemáte právo',
  'permissions.error.duplicate': 'K duplikování tohoto vydání nemáte právo',
  'permissions.error.unarchive': 'K vrácení tohoto vydání z archivu nemáte právo',
  'permissions.error.unpublish': 'Ke zrušení zveřejnění tohoto dokumentu nemáte právo',
  'publish-dialog.confirm-publish-description_one':
    'Zveřejní se vydání „<strong>{{title}}</strong>“ a jeden dokument v něm.',
  'publish-dialog.confirm-publish-description_few':
    'Zveřejní se vydání „<strong>{{title}}</strong>“ a {{releaseDocumentsLength}} dokumenty v něm.',
  'publish-dialog.confirm-publish-description_other':
    'Zveřejní se vydání „<strong>{{title}}</strong>“ a {{releaseDocumentsLength}} dokumentů v něm.',
  'publish-dialog.confirm-publish.title': 'Zveřejnit celé vydání naráz?',
  'publish-dialog.confirm-publish.update-drafts-checkbox': 'Přepsat stávající koncepty',
  'publish-dialog.confirm-publish.update-drafts-description_one':
    'Koncept jednoho dokumentu se zahodí, aby se shodoval s tím, co se zveřejní. Nezveřejněné změny v něm se ztratí.',
  'publish-dialog.confirm-publish.update-drafts-description_few':
    'Koncepty {{draftDocumentsLength}} dokumentů se zahodí, aby se shodovaly s tím, co se zveřejní. Nezveřejněné změny v nich se ztratí.',
  'publish-dialog.confirm-publish.update-drafts-description_other':
    'Koncepty {{draftDocumentsLength}} dokumentů se zahodí, aby se shodovaly s tím, co se zveřejní. Nezveřejněné změny v nich se ztratí.',
  'publish-dialog.validation.error': 'V některých dokumentech jsou chyby',
  'publish-dialog.validation.loading': 'Dokumenty se ověřují…',
  'publish-dialog.validation.no-permission': 'Ke zveřejnění nemáte právo',
  'revert-dialog.confirm-revert-description_one': 'Vrátí se jeden dokument.',
  'revert-dialog.confirm-revert-description_few': 'Vrátí se {{releaseDocumentsLength}} dokumenty.',
  'revert-dialog.confirm-revert-description_other': 'Vrátí se {{releaseDocumentsLength}} dokumentů.',
  'revert-dialog.confirm-revert.history-unavailable-card_one':
    'Dřívější podoba jednoho dokumentu už není k dispozici, proto vydání nejde vzít zpět.',
  'revert-dialog.confirm-revert.history-unavailable-card_few':
    'Dřívější podoba {{count}} dokumentů už není k dispozici, proto vydání nejde vzít zpět.',
  'revert-dialog.confirm-revert.history-unavailable-card_other':
    'Dřívější podoba {{count}} dokumentů už není k dispozici, proto vydání nejde vzít zpět.',
  'revert-dialog.confirm-revert.resolving': 'Zjišťuje se dřívější podoba…',
  'revert-dialog.confirm-revert.stage-revert-checkbox-label': 'Vzít vydání zpět hned',
  'revert-dialog.confirm-revert.summary-restore_one':
    'Jeden dokument se vrátí do podoby, ve které byl zveřejněn před tímto vydáním.',
  'revert-dialog.confirm-revert.summary-restore_few':
    '{{count}} dokumenty se vrátí do podoby, ve které byly zveřejněny před tímto vydáním.',
  'revert-dialog.confirm-revert.summary-restore_other':
    '{{count}} dokumentů se vrátí do podoby, ve které byly zveřejněny před tímto vydáním.',
  'revert-dialog.confirm-revert.summary-unpublish_one':
    'Jednomu dokumentu se zruší zveřejnění, protože před tímto vydáním zveřejněn nebyl.',
  'revert-dialog.confirm-revert.summary-unpublish_few':
    '{{count}} dokumentům se zruší zveřejnění, protože před tímto vydáním zveřejněny nebyly.',
  'revert-dialog.confirm-revert.summary-unpublish_other':
    '{{count}} dokumentům se zruší zveřejnění, protože před tímto vydáním zveřejněny nebyly.',
  'revert-dialog.confirm-revert.title': 'Vzít vydání „{{title}}“ zpět?',
  'revert-dialog.confirm-revert.unresolved-card_one':
    'Dřívější podobu jednoho dokumentu se nepodařilo zjistit, proto vydání nejde vzít zpět.',
  'revert-dialog.confirm-revert.unresolved-card_few':
    'Dřívější podobu {{count}} dokumentů se nepodařilo zjistit, proto vydání nejde vzít zpět.',
  'revert-dialog.confirm-revert.unresolved-card_other':
    'Dřívější podobu {{count}} dokumentů se nepodařilo zjistit, proto vydání nejde vzít zpět.',
  'revert-dialog.confirm-revert.warning-card':
    'Dokumenty se od zveřejnění vydání ještě změnily. Vrácením se tyto změny přepíšou.',
  'schedule-dialog.confirm-button': 'Ano, naplánovat',
  'schedule-dialog.confirm-description_one':
    'Vydání „<strong>{{title}}</strong>“ a jeho dokument se zveřejní ve zvoleném čase.',
  'schedule-dialog.confirm-description_few':
    'Vydání „<strong>{{title}}</strong>“ a {{count}} dokumenty v něm se zveřejní ve zvoleném čase.',
  'schedule-dialog.confirm-description_other':
    'Vydání „<strong>{{title}}</strong>“ a {{count}} dokumentů v něm se zveřejní ve zvoleném čase.',
  'schedule-dialog.confirm-title': 'Naplánovat vydání',
  'schedule-dialog.publish-date-in-past-warning': 'Zvolte čas v budoucnosti.',
  'schedule-dialog.select-publish-date-label': 'Kdy zveřejnit',
  'schedule-unpublish-dialog.confirm': 'Naplánovat zrušení zveřejnění',
  'schedule-unpublish-dialog.description': 'Zvolte, kdy má dokument zmizet z webu.',
  'schedule-unpublish-dialog.header': 'Naplánovat zrušení zveřejnění',
  'toast.archive.error': 'Vydání „<strong>{{title}}</strong>“ se nepodařilo archivovat: {{error}}',
  'toast.confirm-active-scheduled-drafts.error': 'Koncepty se nepodařilo naplánovat: {{error}}',
  'toast.copy-release-id.success': 'Identifikátor vydání je zkopírovaný',
  'toast.copy-release-link.success': 'Odkaz na vydání je zkopírovaný',
  'toast.copy-release-title.success': 'Název vydání je zkopírovaný',
  'toast.create-version.error': 'Dokument se nepodařilo přidat do vydání: {{error}}',
  'toast.delete.error': 'Vydání „<strong>{{title}}</strong>“ se nepodařilo smazat: {{error}}',
  'toast.delete.success': 'Vydání „<strong>{{title}}</strong>“ je smazané',
  'toast.duplicate.error': 'Vydání „<strong>{{title}}</strong>“ se nepodařilo duplikovat: {{error}}',
  'toast.duplicate.success': 'Vydání „<strong>{{title}}</strong>“ je duplikované. <Link/>',
  'toast.duplicate.success-link': 'Otevřít duplikát',
  'toast.immediate-revert.success': 'Vydání „{{title}}“ je vzato zpět',
  'toast.publish.error': 'Vydání „<strong>{{title}}</strong>“ se nepodařilo zveřejnit: {{error}}',
  'toast.publish.update-drafts-error': 'Vydání je zveřejněné, ale koncepty se nepodařilo přepsat: {{error}}',
  'toast.revert-stage.success': 'Je založené vydání, které vrátí změny z „{{title}}“. <Link/>',
  'toast.revert-stage.success-link': 'Otevřít ho',
  'toast.revert.error': 'Vydání se nepodařilo vzít zpět: {{error}}',
  'toast.schedule.error': 'Vydání „<strong>{{title}}</strong>“ se nepodařilo naplánovat: {{error}}',
  'toast.schedule.success': 'Vydání „<strong>{{title}}</strong>“ je naplánované.',
  'toast.unarchive.error': 'Vydání „<strong>{{title}}</strong>“ se nepodařilo vrátit z archivu: {{error}}',
  'toast.unschedule.error': 'Naplánování vydání „<strong>{{title}}</strong>“ se nepodařilo zrušit: {{error}}',
  'unpublish-dialog.action.cancel': 'Zrušit',
  'unpublish-dialog.action.unpublish': 'Ano, s vydáním zrušit zveřejnění',
  'unpublish-dialog.description.lost-changes': 'Změny v této podobě dokumentu se ztratí.',
  'unpublish-dialog.description.to-draft':
    'S vydáním <Label>{{title}}</Label> dokument zmizí z webu. Nemá-li koncept, vznikne z něj koncept.',
  'unpublish-dialog.header': 'Zrušit zveřejnění tohoto dokumentu, až se vydání zveřejní?',
  'unschedule-dialog.confirm-description': 'Vydání se v naplánovaném čase nezveřejní',
  'unschedule-dialog.confirm-title': 'Zrušit naplánování vydání?',
}
