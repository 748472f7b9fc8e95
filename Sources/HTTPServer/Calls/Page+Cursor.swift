import Store

extension Page {
    /// The cursor of the next page, made from the last item; nil at the end of the list.
    func nextCursor(_ cursor: (Element) -> String) -> String? { hasMore ? items.last.map(cursor) : nil }
}
