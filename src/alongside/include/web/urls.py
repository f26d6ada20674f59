"""The addresses of the room include."""

app_name = "include"
urlpatterns: list[object] = []
