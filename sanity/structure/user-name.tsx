import {useUser} from 'sanity'
import {t} from '#sanity/i18n/studio-language.ts'

/** The name of a user. Programs and former accounts may have none. */
export function UserName({id}: {id: string}) {
  const [user, isLoading] = useUser(id)
  return <>{user?.displayName || (isLoading ? '…' : t('někdo', 'someone'))}</>
}
