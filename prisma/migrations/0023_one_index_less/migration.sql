-- Which events changed a field is answered by the index that also has the values, which says the same positions; and an index less is to be
-- kept up with every leaf that an event changes.
DROP INDEX "change_path_id_position_idx";
