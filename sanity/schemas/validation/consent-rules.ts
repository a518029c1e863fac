import {getPublishedId} from '@sanity/client/csm'
import type {Reference} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'
import {withLink} from './linked-message.ts'
import type {QueryCheck, RunQuery} from './query-rules.ts'

type Person = {_id: string; name: string | null; basis: string | null}

/** The person's record as it is or will be on the site: published, else the draft. */
async function readPerson(id: string, runQuery: RunQuery): Promise<Person | undefined> {
  const found = await runQuery<Person[]>(
    `*[_type == "person" && _id in [$id, "drafts." + $id]]{_id, name, "basis": nameConsent.basis}`,
    {id: getPublishedId(id)},
    'validation.consent',
  )
  return found.find(({_id}) => _id === getPublishedId(id)) ?? found[0]
}

async function consentProblem(id: string, runQuery: RunQuery): Promise<true | string> {
  const person = await readPerson(id, runQuery)
  if (!person || person.basis === 'consent' || person.basis === 'public-source') return true
  const title = person.name ?? t('osoba', 'the person')
  const message =
    person.basis === 'refused'
      ? t(
          `${title}: nesouhlasí s uvedením jména. Jméno odsud odeberte, nebo vypněte „Ukázat jméno na webu“.`,
          `${title} has refused to be named. Remove the name here, or switch off "Show the name on the site".`,
        )
      : t(
          `${title}: není zapsán souhlas s uvedením jména. Otevřete osobu, zapište, kdy a jak souhlasila, a zveřejněte ji.`,
          `${title}: no consent to being named is recorded. Open the person, record when and how, and publish it.`,
        )
  return withLink(message, {id: getPublishedId(person._id), type: 'person', title})
}

/** A member is always named, so a person needs a record of consent. Organizations pass. */
export const memberMayBeNamed: QueryCheck<Reference | undefined> = async (member, runQuery) =>
  member?._ref ? consentProblem(member._ref, runQuery) : true

/** For the field `public` of a representative. */
export const representativeMayBeNamed: QueryCheck<boolean | undefined> = async (
  isPublic,
  runQuery,
  {parent},
) => {
  const id = (parent as {person?: Reference} | undefined)?.person?._ref
  return isPublic && id ? consentProblem(id, runQuery) : true
}
