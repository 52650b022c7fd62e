-- The words of a text, made the quick way where that gives the same ones: a regular expression that is matched at every gap costs more than
-- everything else about a searchable event, and most texts have none but the common gaps.

-- Whether a text has a gap that "words_in_common" does not know, or a blank beyond ASCII, which belongs to a word and would end it there.
CREATE FUNCTION "has_rare_gaps"("given" TEXT) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT "given" COLLATE "C" ~ E'[\x01-\x08\x0b-\x1f!#$%&''*;<>?\\\\^`|~\x7f\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]'
$$;

-- The words between blanks, tabs, line feeds and the punctuation of JSON, names and times.
CREATE FUNCTION "words_in_common"("given" TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        lower("given" COLLATE "C"), '"', ' '), ':', ' '), ',', ' '), '{', ' '), '}', ' '), '[', ' '), ']', ' '), '-', ' '), '.', ' '),
        '@', ' '), '_', ' '), '/', ' '), '+', ' '), '=', ' '), '(', ' '), ')', ' ')::tsvector
$$;

-- A word that an index cannot hold is cut, and so is a text with more of them than a row can hold. Apart, because a function with a query
-- inside is not written out where it is called.
CREATE FUNCTION "words_of_long"("given" TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_to_tsvector(ARRAY(SELECT left("word", 255) FROM unnest(words_between(left("given", 200000))) AS "word" WHERE "word" <> ''))
$$;

CREATE OR REPLACE FUNCTION "searchable_words"("given" TEXT) RETURNS TSVECTOR LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN octet_length("given") >= 2000 THEN words_of_long("given")
        WHEN has_rare_gaps("given") THEN array_to_tsvector(array_remove(words_between("given"), ''))
        ELSE words_in_common("given")
    END
$$;
