import {type CustomValidator, defineField} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {acceptedLogos, logoTypes} from '../inputs/logo-file.ts'
import {LogoInput} from '../inputs/logo-input.tsx'
import {hasTextInOneLanguage} from '../validation/text-rules.ts'

type Logo = {asset?: object; purpose?: string}

/** An editor decides for each picture: a description that repeats the name is read twice, a missing one is lost. */
const isDecided: CustomValidator<string | undefined> = (purpose, {parent}) =>
  purpose || !(parent as Logo | undefined)?.asset
    ? true
    : t('Vyberte, zda obrázek potřebuje popis.', 'Choose whether the picture needs a description.')

const isDescribed: CustomValidator<{cs?: string; en?: string} | undefined> = (alt, context) => {
  const {purpose} = (context.parent ?? {}) as Logo
  if (purpose !== 'informative') return true
  return alt
    ? hasTextInOneLanguage(alt, context)
    : t('Napište, co je na obrázku.', 'Write what the picture shows.')
}

/** A logo with its text alternative. A document without a logo needs no decision. */
export const logoField = defineField({
  name: 'logo',
  title: 'Logo',
  type: 'image',
  // With this list, an iPhone converts its photos to JPEG.
  options: {hotspot: true, accept: logoTypes.join(',')},
  description: acceptedLogos,
  components: {input: LogoInput},
  fields: [
    defineField({
      name: 'purpose',
      title: t('Popis pro nevidomé', 'Description for blind readers'),
      type: 'string',
      description: t('Název stojí na webu vedle loga.', 'The site prints the name beside the logo.'),
      options: {
        layout: 'radio',
        list: [
          {value: 'decorative', title: t('není třeba, stačí název', 'not needed, the name is enough')},
          {value: 'informative', title: t('je třeba, logo říká víc', 'needed, the logo says more')},
        ],
      },
      validation: (rule) => rule.custom(isDecided),
    }),
    defineField({
      name: 'alt',
      title: t('Co je na obrázku', 'What the picture shows'),
      type: 'localeString',
      hidden: ({parent}) => parent?.purpose !== 'informative',
      validation: (rule) => rule.custom(isDescribed),
    }),
  ],
})
