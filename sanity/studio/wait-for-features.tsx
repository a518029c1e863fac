import {type LayoutProps, useFeatureEnabled} from 'sanity'

/**
 * Renders the Studio after Sanity has answered which paid features the project has. Sanity asks while the forms
 * are already open, and then mounts the whole Studio again if comments are not among them. The field loses its
 * focus, and what is typed at that moment is lost. The cost is one request before the first screen.
 */
export function WaitForFeatures(props: LayoutProps) {
  const {isLoading} = useFeatureEnabled('studioComments')
  return isLoading ? null : props.renderDefault(props)
}
