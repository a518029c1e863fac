import {membership} from './documents/membership.ts'
import {network} from './documents/network.ts'
import {organization} from './documents/organization.ts'
import {person} from './documents/person.ts'
import {siteTexts} from './documents/site-texts.ts'
import {source} from './documents/source.ts'
import {affiliation} from './objects/affiliation.ts'
import {blockContent} from './objects/block-content.ts'
import {correction} from './objects/correction.ts'
import {countObservation} from './objects/count-observation.ts'
import {historyEvent} from './objects/history-event.ts'
import {identifier} from './objects/identifier.ts'
import {linkedDocument} from './objects/linked-document.ts'
import {localeBlock} from './objects/locale-block.ts'
import {localeSlug} from './objects/locale-slug.ts'
import {localeString} from './objects/locale-string.ts'
import {localeText} from './objects/locale-text.ts'
import {nameRecord} from './objects/name-record.ts'
import {partialDate} from './objects/partial-date.ts'
import {position} from './objects/position.ts'
import {representative} from './objects/representative.ts'
import {sourceText} from './objects/source-text.ts'
import {topic} from './objects/topic.ts'
import {webLink} from './objects/web-link.ts'
import {withPrintableText} from './validation/printable-rule.ts'

export const schemaTypes = [
  ...[network, membership, organization, person, siteTexts, source].map(withPrintableText),
  affiliation,
  blockContent,
  correction,
  countObservation,
  historyEvent,
  identifier,
  linkedDocument,
  localeBlock,
  localeSlug,
  localeString,
  localeText,
  nameRecord,
  partialDate,
  position,
  representative,
  sourceText,
  topic,
  webLink,
]
