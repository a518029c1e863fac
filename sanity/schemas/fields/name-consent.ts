import {type CustomValidator, defineField} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {dateField} from './date-field.ts'

type Consent = {basis?: string} | undefined

const isGiven = (consent: unknown) => (consent as Consent)?.basis === 'consent'

const isRequired: CustomValidator<unknown> = (value, {parent}) =>
  value || !isGiven(parent) ? true : t('Vyplňte toto pole.', 'Fill in this field.')

/** When and how a person agreed to be named on the site. One record for all memberships of the person. */
export const nameConsent = defineField({
  name: 'nameConsent',
  title: t('Souhlas s uvedením jména na webu', 'Consent to being named on the site'),
  type: 'object',
  description: t(
    'Bez záznamu nejde zveřejnit členství, které osobu jmenuje. Odvolání platí hned pro všechny sítě, v nichž osoba někoho zastupuje.',
    'Without a record, no membership that names the person can be published. A withdrawal applies at once to every network in which the person represents a member.',
  ),
  fields: [
    defineField({
      name: 'basis',
      title: t('Smí být jméno na webu?', 'May the name be on the site?'),
      type: 'string',
      options: {
        layout: 'radio',
        list: [
          {value: 'consent', title: t('ano, osoba souhlasí', 'yes, the person has agreed')},
          {
            value: 'public-source',
            title: t(
              'ano, v této funkci ji už veřejně uvádí zdroj',
              'yes, a public source already names the person in this position',
            ),
          },
          {
            value: 'refused',
            title: t('ne, nesouhlasí nebo souhlas odvolala', 'no, refused or withdrawn'),
          },
        ],
      },
    }),
    dateField({
      name: 'given',
      title: t('Kdy souhlasila', 'Agreed on'),
      type: 'date',
      hidden: ({parent}) => !isGiven(parent),
      requiredWhen: isGiven,
    }),
    defineField({
      name: 'way',
      title: t('Jak souhlasila', 'Agreed by'),
      type: 'string',
      hidden: ({parent}) => !isGiven(parent),
      options: {
        layout: 'radio',
        direction: 'horizontal',
        list: [
          {value: 'email', title: t('e-mailem', 'e-mail')},
          {value: 'paper', title: t('na papíře', 'on paper')},
          {value: 'form', title: t('formulářem', 'a form')},
          {value: 'spoken', title: t('ústně', 'word of mouth')},
        ],
      },
      validation: (rule) => rule.custom(isRequired),
    }),
  ],
})
