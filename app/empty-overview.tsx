import { pageHref } from '#client/entity-href';
import { BringYourOwn } from '#components/overview/bring-your-own';
import { ButtonLink } from '#components/ui/button';
import { DocumentPage, PageSection } from '#components/ui/document-page';
import { VisibleText } from '#components/ui/visible-text';
import { DEMO_NAMESPACE } from '#wire';

/** Of a namespace without an event: how some come into it, and where there are some. */
export function EmptyOverview({ namespace, others }: { namespace: string; others: readonly string[] }) {
  return (
    <DocumentPage
      title="Nothing here yet"
      lead={
        <>
          The namespace <VisibleText text={namespace} /> holds no event. Import a log, and every entity in it
          can be scrubbed through time.
        </>
      }
    >
      {others.length === 0 ? null : (
        <PageSection id="elsewhere" title="Or look at what is there">
          <div className="flex flex-wrap gap-2">
            {others.map((name) => (
              <ButtonLink
                key={name}
                look={name === DEMO_NAMESPACE ? 'solid' : 'outlined'}
                href={pageHref('/', name)}
              >
                {name === DEMO_NAMESPACE ? 'Explore the demo' : <VisibleText text={name} />}
              </ButtonLink>
            ))}
          </div>
        </PageSection>
      )}
      <BringYourOwn namespace={namespace} />
    </DocumentPage>
  );
}
