import {t} from './studio-language.ts'

/** Sanity's own validation messages, where they don't say what to do. */
export const validationTexts = {
  'array.item-duplicate': t(
    'To už v seznamu je: jednu z obou položek odeberte.',
    'This is in the list twice: remove one of the two.',
  ),
  'generic.not-allowed': t('Vyberte jednu z nabízených možností.', 'Choose one of the options offered.'),
  'generic.not-allowed_hint': t(
    '„{{hint}}“ v nabídce není: vyberte jednu z možností.',
    '“{{hint}}” is not among the options: choose one of them.',
  ),
  'generic.required': t('Vyplňte toto pole.', 'Fill in this field.'),
  'object.asset-required': t('Nahrajte soubor.', 'Upload a file.'),
  'object.reference-not-published': t(
    'Dokument, na který to odkazuje, ještě není zveřejněný: otevřete ho a zveřejněte nejdřív.',
    'The document that this refers to is not published yet: open it and publish it first.',
  ),
  'slug.missing-current': t('Vyplňte adresu stránky.', 'Fill in the page address.'),
  'slug.not-object': t('Toto není adresa stránky.', 'This is not a page address.'),
  'slug.not-unique': t('Tuto adresu už má jiná stránka.', 'Another page has this address.'),
  'string.url.disallowed-scheme': t(
    'Tento druh adresy sem nepatří. Adresa začíná https://, třeba https://www.migrace.com.',
    'This kind of address does not belong here. An address begins with https://, for example https://www.migrace.com.',
  ),
  'string.url.includes-credentials': t(
    'Adresa obsahuje jméno nebo heslo: vymažte je.',
    'The address contains a user name or password: delete it.',
  ),
  'string.url.invalid': t(
    'Toto není celá adresa webu. Zkopírujte ji z prohlížeče, třeba https://www.migrace.com.',
    'This is not a complete web address. Copy it from the browser, for example https://www.migrace.com.',
  ),
  'string.url.not-absolute': t(
    'Adrese chybí začátek. Zkopírujte ji z prohlížeče, třeba https://www.migrace.com.',
    'The address lacks its beginning. Copy it from the browser, for example https://www.migrace.com.',
  ),
}
