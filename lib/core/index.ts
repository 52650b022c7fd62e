/** The one door of core. Each export below is documented where it is defined. */
export { carriedBeside } from './carried.ts';
export type { FollowDay, TypeDay } from './catalogue/day-tally.ts';
export { type Drift, driftOf } from './catalogue/drift.ts';
export * from './catalogue/event-counts.ts';
export * from './catalogue/follow-tally.ts';
export * from './catalogue/gaps.ts';
export type { JsonKind } from './catalogue/place.ts';
export { presenceText } from './catalogue/presence.ts';
export { SHAPE_LIMITS, Shape } from './catalogue/shape.ts';
export { type ShapeDifference, shapeDifference } from './catalogue/shape-difference.ts';
export { fieldsOf, type ShapeField } from './catalogue/shape-fields.ts';
export { mayHave, shapePaths } from './catalogue/shape-paths.ts';
export { readShape, shapeText } from './catalogue/shape-text.ts';
export { StepTally, type TypeTally } from './catalogue/step-tally.ts';
export { applyChanges, changesBetween, invertChanges } from './changes.ts';
export { durationWords } from './duration-words.ts';
export * from './event.ts';
export { EVENT_LINE } from './event-line.ts';
export { Fold, type FoldStart, type FoldStep, foldStream } from './fold.ts';
export { buildHistory } from './history/build-history.ts';
export { type BuiltSegment, buildSegments, inOrderOf, SegmentFold } from './history/build-segments.ts';
export type { Condition } from './history/condition.ts';
export { decodeSegment } from './history/decode-segment.ts';
export { encodeSegment, SEGMENT_FORMAT, type SegmentParts } from './history/encode-segment.ts';
export * from './history/history.ts';
export { lateInSegment, type SketchedSegment } from './history/late-events.ts';
export { MARK_KINDS, type MarkKind } from './history/mark-kinds.ts';
export { type EventConditions, isMatching, matchingIn, mayMatch } from './history/matching-events.ts';
export { ordinalOfMoment } from './history/ordinal-of-moment.ts';
export { type HistoryOutline, outlineOf, outlineOfParts, type SegmentOutline } from './history/outline.ts';
export { PathFilter } from './history/path-filter.ts';
export { Segment } from './history/segment.ts';
export { SEGMENT_LIMITS, type SegmentLimits } from './history/segment-builder.ts';
export { SegmentMissing, type SegmentShelf, whenRead } from './history/segment-shelf.ts';
export { SegmentedHistory } from './history/segmented-history.ts';
export {
  clockOf,
  dayOf,
  SKETCH_STEP,
  type Sketch,
  sketchOf,
  sketchOfParts,
  sketchText,
} from './history/sketch.ts';
export { decodeHistory, encodeHistory, historyOf } from './history/whole-history.ts';
export { type JoinedChange, joinedChanges } from './joined-changes.ts';
export { canonicalText } from './json/canonical-text.ts';
export { decimalOf } from './json/decimal.ts';
export { decodeUtf8 } from './json/decode-utf8.ts';
export { equalJson } from './json/equal-json.ts';
export { jcs } from './json/jcs.ts';
export { numberOf } from './json/number.ts';
export { parseExact, parsePlain } from './json/parse.ts';
export { parseJson } from './json/parse-json.ts';
export { isWellFormed, utf8Length } from './json/unicode.ts';
export * from './json/value.ts';
export { type KeyOrder, keyOrderWords, orderText, readKeyOrder } from './keyed/key-order.ts';
export { checkedPlaces, type DeclaredKey, type KeyPlaces, keyPlaces } from './keyed/key-places.ts';
export * from './keyed/leaf-path.ts';
export { jsonOfLeaves, leavesOf, stateText } from './leaf.ts';
export * from './limits.ts';
export { longestIncrease } from './longest-increase.ts';
export { LruCache } from './lru-cache.ts';
export { type MerkleRoot, merkleRoot } from './merkle.ts';
export * from './moment.ts';
export * from './notes/fold-notes.ts';
export * from './notes/note-events.ts';
export { jsonPatchBetween } from './patch/between.ts';
export { applyPatch } from './patch/json-patch.ts';
export { applyMergePatch } from './patch/merge-patch.ts';
export type { JsonPatchOperation } from './patch/operation.ts';
export {
  arrayIndex,
  comparePaths,
  formatPointer,
  parsePointer,
  resolvePointer,
  unescapeStep,
} from './pointer.ts';
export { builtInProjection } from './projection/built-in.ts';
export { carriesMore } from './projection/carries-more.ts';
export { documentOf } from './projection/document.ts';
export * from './projection/projection.ts';
export { appended } from './query/appended.ts';
export { asksForChanges, asksForEventsAlone, asksForStates } from './query/asks-for.ts';
export { asksForOwn, OWN_TYPE_PREFIX } from './query/asks-for-own.ts';
export { anyOf, termsOf } from './query/clause.ts';
export { completed } from './query/completed.ts';
export { type Completion, completionAt } from './query/completion.ts';
export { negateSpan, type Span, withoutSpan } from './query/edit-spans.ts';
export { IS_WORDS, type IsWord, isOfMark } from './query/is-words.ts';
export { matchesQuery, type QueriedEvent } from './query/matches-query.ts';
export { namedPaths } from './query/named-paths.ts';
export { fieldPointer, parseFieldPath } from './query/parse-field-path.ts';
export { parseQuery } from './query/parse-query.ts';
export { holdsPlace } from './query/path-places.ts';
export { pathText, payloadPathText } from './query/path-text.ts';
export { matchesPattern } from './query/pattern.ts';
export { PAYLOAD, QUALIFIERS, type Qualifier } from './query/qualifiers.ts';
export type * from './query/query.ts';
export type { QueryClock } from './query/query-clock.ts';
export { type QueryPart, queryParts } from './query/query-parts.ts';
export { clauseText, queryText } from './query/query-text.ts';
export type { ParsedQuery, WrittenTerm } from './query/read-query.ts';
export { termParts, termText } from './query/term-text.ts';
export { type Times, timesOf } from './query/times-of.ts';
export type { QueryProblem } from './query/trouble.ts';
export { valueOfLeaf } from './query/value-test.ts';
export { withTerm } from './query/with-term.ts';
export { withTimes } from './query/with-times.ts';
export { wordsOf } from './query/words.ts';
export { readTime } from './query/written-time.ts';
export { zoneAheadAt } from './query/zone-clock.ts';
export { beginOfDay } from './query/zone-days.ts';
export * from './result.ts';
export { matchSequence, type PartitionEvents, type SequenceStart } from './sequence/match-sequence.ts';
export { parseSequence } from './sequence/parse-sequence.ts';
export type * from './sequence/sequence.ts';
export type { ParsedSequence } from './sequence/sequence-reader.ts';
export { sequenceText, stepText, whatText } from './sequence/sequence-text.ts';
export { readSpan, spanText } from './sequence/span.ts';
export { type SequenceStage, stagesOf } from './sequence/stages.ts';
export { FIRST_INSTANT, formatInstant, type Instant, LAST_INSTANT, parseInstant } from './time/instant.ts';
export { parseTimestamp, type Timestamp } from './time/timestamp.ts';
export { secondsAhead, secondsAheadAt } from './time/zone.ts';
export { createUpcasters, noUpcasters, type Upcaster, type Upcasters, type Upcasts } from './upcast.ts';
